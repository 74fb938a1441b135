using System.Globalization;
using System.Text;
using System.Text.Json;
using ScimBridge.Storage.Records;

namespace ScimBridge.Admin.Api;

/// <summary>Writes the audit log as files that other programs read.</summary>
internal static class AuditExport
{
    private const string Header = "id,at,actor,action,directoryKey,target,detail,remoteAddress";

    /// <summary>Writes entries as CSV (RFC 4180) with a header.</summary>
    public static async Task WriteCsvAsync(IAsyncEnumerable<AuditRecord> entries, Stream body, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Header.AsMemory(), cancellationToken);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            string?[] cells =
            [
                entry.Id.ToString(CultureInfo.InvariantCulture),
                entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                entry.Actor,
                entry.Action,
                entry.DirectoryKey,
                entry.Target,
                entry.Detail,
                entry.RemoteAddress,
            ];
            await writer.WriteLineAsync(string.Join(',', cells.Select(Cell)).AsMemory(), cancellationToken);
        }
    }

    /// <summary>Writes entries as JSON, one a line, each as the list of the admin API has it.</summary>
    public static async Task WriteLinesAsync(IAsyncEnumerable<AuditRecord> entries, Stream body, CancellationToken cancellationToken)
    {
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(body, entry, JsonSerializerOptions.Web, cancellationToken);
            await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    /// <summary>A cell that says what the text says, and that no spreadsheet takes for a formula.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var harmless = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(",\"\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
