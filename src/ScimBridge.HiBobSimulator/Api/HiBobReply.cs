using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScimBridge.HiBobSimulator.Api;

/// <summary>Writes replies: JSON as it is made, with the faults of the request applied to its body.</summary>
internal sealed class HiBobReply(HttpContext context, IReadOnlyList<SimulatorFault> faults, HiBobSimulatorServer server)
{
    private const int FlushAt = 64 * 1024;
    private const string LoginPage = "<!doctype html><html><head><title>bob</title></head><body></body></html>";

    private static readonly JsonWriterOptions JsonOptions = new()
    {
        // HiBob sends names as UTF-8; escaping them would also swell the body of a large company.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static Task HtmlAsync(HttpContext context, int status = StatusCodes.Status200OK, string? page = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=UTF-8";
        return context.Response.WriteAsync(page ?? LoginPage, context.RequestAborted);
    }

    public Task JsonAsync(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) =>
        StreamAsync([0], (writer, _) => write(writer), status);

    public Task ErrorAsync(int status, string key, string error)
    {
        if (server.Options.Shapes.EmptyErrorBodies)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        return JsonAsync(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("key"u8, key);
                writer.WriteString("error"u8, error);
                writer.WriteEndObject();
            },
            status);
    }

    public async Task StreamAsync<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write, int status = StatusCodes.Status200OK, bool asEmployees = false)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var cancellationToken = context.RequestAborted;
        var gzip = Compressed();
        var body = gzip ?? context.Response.Body;
        var faulty = faults.Count > 0 ? new FaultyBody(body, faults, server.Options.TimeProvider) : null;
        var pipe = faulty is null && gzip is null
            ? context.Response.BodyWriter
            : PipeWriter.Create(faulty ?? body, new StreamPipeWriterOptions(leaveOpen: true));
        await using (var writer = new Utf8JsonWriter(pipe, JsonOptions))
        {
            if (asEmployees)
            {
                writer.WriteStartObject();
                writer.WriteStartArray("employees"u8);
            }

            var flushed = 0L;
            foreach (var item in items)
            {
                write(writer, item);
                if (writer.BytesCommitted + writer.BytesPending - flushed < FlushAt)
                {
                    continue;
                }

                flushed = writer.BytesCommitted + writer.BytesPending;
                writer.Flush();
                await pipe.FlushAsync(cancellationToken);
            }

            if (asEmployees)
            {
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        }

        await pipe.FlushAsync(cancellationToken);
        if (faulty is not null || gzip is not null)
        {
            await pipe.CompleteAsync();
            await (faulty ?? body).FlushAsync(cancellationToken);
        }

        if (faulty?.ClosesConnection == true)
        {
            context.Abort();
        }
        else if (gzip is not null)
        {
            await gzip.DisposeAsync();
        }
    }

    private GZipStream? Compressed()
    {
        var accepts = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (!server.Traffic.Gzip || !accepts)
        {
            return null;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        return new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
    }
}
