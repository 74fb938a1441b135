using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>Brings the body of people/search into a spool and scans it on the way.</summary>
internal static class PeopleDownload
{
    private const int FirstBuffer = 256 * 1024;

    /// <summary>The longest single token; a person may consist of many.</summary>
    private const int LargestBuffer = 4 * 1024 * 1024;
    private const int ProgressStep = 1000;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads to the end, behind what the spool holds already. The spool belongs to the caller whatever happens.</summary>
    /// <returns>What the scan found; complete and valid, or there is an exception instead.</returns>
    public static async Task<PeopleScanner> ReadAsync(
        HiBobBody body, HiBobFieldPlan plan, PeopleSpool spool, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var begin = spool.Length;
        var scanner = new PeopleScanner(plan, begin);
        var buffer = new byte[FirstBuffer];
        var (filled, reported) = (0, 0);
        bool ended;
        do
        {
            if (filled == buffer.Length)
            {
                buffer = Grow(buffer, body);
            }

            var arrived = await FillAsync(body, buffer.AsMemory(filled), cancellationToken);
            ended = arrived < buffer.Length - filled;
            if (spool.Length == begin && filled == 0 && buffer.AsSpan(0, arrived).StartsWith(ByteOrderMark))
            {
                arrived -= ByteOrderMark.Length;
                buffer.AsSpan(ByteOrderMark.Length, arrived).CopyTo(buffer);
            }

            await spool.AppendAsync(buffer.AsMemory(filled, arrived), cancellationToken);
            filled += arrived;
            var consumed = Scan(scanner, buffer.AsSpan(0, filled), ended, body);
            buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
            filled -= consumed;
            if (scanner.People.Count - reported >= ProgressStep || ended)
            {
                reported = scanner.People.Count;
                progress.Report(reported);
            }
        }
        while (!ended);

        return scanner;
    }

    private static byte[] Grow(byte[] buffer, HiBobBody body)
    {
        if (buffer.Length >= LargestBuffer)
        {
            throw body.Unreadable($"it holds a single value of more than {LargestBuffer} bytes", null);
        }

        Array.Resize(ref buffer, buffer.Length * 2);
        return buffer;
    }

    private static async ValueTask<int> FillAsync(HiBobBody body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = await body.ReadAsync(buffer[filled..], cancellationToken);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return filled;
    }

    // The parser's own message quotes the body, so it goes no further.
    private static int Scan(PeopleScanner scanner, ReadOnlySpan<byte> bytes, bool ended, HiBobBody body)
    {
        try
        {
            return scanner.Feed(bytes, ended);
        }
        catch (HiBobShapeException exception)
        {
            throw body.Unreadable(exception.Message, null);
        }
        catch (JsonException)
        {
            throw body.Unreadable($"it is cut off or not JSON, somewhere in what came of it", null);
        }
    }
}
