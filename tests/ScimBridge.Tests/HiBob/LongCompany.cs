using System.Buffers.Text;
using System.Text;

namespace ScimBridge.Tests.HiBob;

/// <summary>The body of people/search for a company of any size, made as it is read and never held.</summary>
internal sealed class LongCompany(string person, int people) : Stream
{
    private readonly byte[][] parts = [.. person.Split("ID").Select(Encoding.UTF8.GetBytes)];
    private readonly byte[] piece = new byte[16 * 1024];
    private int position;
    private int length;
    private int next = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (position == length && next <= people)
        {
            Make();
        }

        var count = Math.Min(buffer.Length, length - position);
        piece.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Make()
    {
        (position, length) = (0, 0);
        if (next < 0)
        {
            Add("{\"employees\":["u8);
        }
        else if (next == people)
        {
            Add("]}"u8);
        }
        else
        {
            Add(next == 0 ? ""u8 : ","u8);
            for (var part = 0; part < parts.Length; part++)
            {
                if (part > 0)
                {
                    Utf8Formatter.TryFormat(3_700_000_000_000_000_000 + next, piece.AsSpan(length), out var written);
                    length += written;
                }

                Add(parts[part]);
            }
        }

        next++;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(piece.AsSpan(length));
        length += bytes.Length;
    }
}
