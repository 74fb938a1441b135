namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Passes a body on as the faults say: in slow pieces, or only its beginning.</summary>
internal sealed class FaultyBody(Stream inner, IReadOnlyList<SimulatorFault> faults, TimeProvider timeProvider) : Stream
{
    private readonly SimulatorFault? slow = faults.FirstOrDefault(fault => fault.Kind == FaultKind.SlowBody);
    private readonly SimulatorFault? cut =
        faults.FirstOrDefault(fault => fault.Kind is FaultKind.CutConnection or FaultKind.UnfinishedJson);

    private readonly byte[] held = new byte[1];
    private bool hasHeld;
    private long written;

    public bool ClosesConnection => cut?.Kind == FaultKind.CutConnection;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cut is null)
        {
            await PassAsync(buffer, cancellationToken);
            return;
        }

        // One byte is always held back, so that a body shorter than the limit breaks off too.
        if (buffer.IsEmpty)
        {
            return;
        }

        if (hasHeld)
        {
            await PassAsync(Within(held), cancellationToken);
        }

        await PassAsync(Within(buffer[..^1]), cancellationToken);
        held[0] = buffer.Span[^1];
        hasHeld = true;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private ReadOnlyMemory<byte> Within(ReadOnlyMemory<byte> buffer)
    {
        var room = Math.Max(0, (cut?.AfterBytes ?? int.MaxValue) - written);
        return buffer[..(int)Math.Min(room, buffer.Length)];
    }

    private async ValueTask PassAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        if (slow is null)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            written += buffer.Length;
            return;
        }

        while (!buffer.IsEmpty)
        {
            var piece = buffer[..Math.Min(Math.Max(1, slow.ChunkBytes), buffer.Length)];
            await Task.Delay(slow.Delay, timeProvider, cancellationToken);
            await inner.WriteAsync(piece, cancellationToken);
            await inner.FlushAsync(cancellationToken);
            written += piece.Length;
            buffer = buffer[piece.Length..];
        }
    }
}
