using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>The temporary file that holds the bodies of a read, so that it needs no memory.</summary>
/// <remarks>
/// It holds personal data: only the owner may open it, and on Unix its name is removed at once, so that the space is freed
/// with the last handle however the process ends. On Windows it is deleted with its handle.
/// </remarks>
internal sealed class PeopleSpool : IDisposable
{
    private readonly FileStream file;

    private PeopleSpool(FileStream file, string folder)
    {
        this.file = file;
        Folder = folder;
    }

    /// <summary>The folder, for messages.</summary>
    public string Folder { get; }

    /// <summary>How many bytes it holds.</summary>
    public long Length { get; private set; }

    /// <summary>The open file.</summary>
    public Microsoft.Win32.SafeHandles.SafeFileHandle Handle => file.SafeFileHandle;

    /// <summary>Makes an empty one.</summary>
    /// <exception cref="EmployeeSourceException">The folder can't be written to.</exception>
    public static PeopleSpool Create(string folder)
    {
        var where = folder.Length > 0 ? folder : Path.GetTempPath();
        var path = Path.Combine(where, $"scimbridge-{Guid.NewGuid():N}.read");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            var file = new FileStream(path, options);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            return new PeopleSpool(file, where);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw HiBobFailures.Spool(where, exception);
        }
    }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="EmployeeSourceException">The disk is full or broken.</exception>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await RandomAccess.WriteAsync(Handle, bytes, Length, cancellationToken);
        }
        catch (IOException exception)
        {
            throw HiBobFailures.Spool(Folder, exception);
        }

        Length += bytes.Length;
    }

    /// <summary>Forgets what was appended behind <paramref name="length"/>; the next bytes go there.</summary>
    public void CutTo(long length) => Length = Math.Min(Length, length);

    /// <summary>Fills <paramref name="buffer"/> from <paramref name="offset"/> on.</summary>
    /// <exception cref="EmployeeSourceException">The disk is broken.</exception>
    public void Read(Span<byte> buffer, long offset)
    {
        try
        {
            while (!buffer.IsEmpty)
            {
                var read = RandomAccess.Read(Handle, buffer, offset);
                buffer = read > 0 ? buffer[read..] : throw new EndOfStreamException();
                offset += read;
            }
        }
        catch (IOException exception)
        {
            throw HiBobFailures.Spool(Folder, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
