using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>The body of an answer as it arrives, watched for standing still, for being cut off and for never ending.</summary>
internal sealed class HiBobBody : IDisposable
{
    private readonly Stream stream;
    private readonly HiBobOptions options;
    private readonly CancellationTokenSource idle;
    private readonly CancellationTokenSource whole;
    private readonly CancellationTokenSource either;
    private readonly CancellationToken caller;
    private long received;

    /// <summary>Starts to watch.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="connection">As whom it was asked for.</param>
    /// <param name="call">What was asked.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public HiBobBody(
        Stream stream,
        SourceConnection connection,
        HiBobCall call,
        HiBobOptions options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        this.stream = stream;
        this.options = options;
        Connection = connection;
        Call = call;
        caller = cancellationToken;
        idle = new CancellationTokenSource(options.IdleTimeout, time);
        whole = new CancellationTokenSource(options.BodyTimeout, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, whole.Token, cancellationToken);
    }

    /// <summary>As whom it was asked for.</summary>
    public SourceConnection Connection { get; }

    /// <summary>What was asked.</summary>
    public HiBobCall Call { get; }

    /// <summary>Reads some bytes; none means that the body ended as HTTP says it should.</summary>
    /// <exception cref="EmployeeSourceException">It stood still, was cut off, or was too large.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        idle.CancelAfter(options.IdleTimeout);
        try
        {
            var read = await stream.ReadAsync(buffer, either.Token);
            received += read;
            return received <= options.MaxBodyBytes
                ? read
                : throw HiBobFailures.Unreadable(
                    Connection,
                    Call,
                    $"it is larger than {options.MaxBodyBytes} bytes, the limit in HiBob:MaxBodyBytes",
                    null,
                    SourceFailureCause.TooLarge);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            var reason = whole.IsCancellationRequested ? "the answer took too long in all" : "the answer stood still for too long";
            throw HiBobFailures.Unavailable(Connection, Call, reason, null, SourceFailureCause.TooSlow);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            throw Unreadable("it was cut off", exception);
        }
    }

    /// <summary>The failure that says why the body can't be used.</summary>
    public EmployeeSourceException Unreadable(string reason, Exception? inner) => HiBobFailures.Unreadable(Connection, Call, reason, inner);

    /// <inheritdoc/>
    public void Dispose()
    {
        either.Dispose();
        idle.Dispose();
        whole.Dispose();
        stream.Dispose();
    }
}
