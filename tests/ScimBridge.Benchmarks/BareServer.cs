using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ScimBridge.Protocol.Filtering;
using ScimBridge.Protocol.Json;

namespace ScimBridge.Benchmarks;

/// <summary>
/// The least that can answer the benchmark's requests with the same bytes from the same file, headers too: no tokens, no checks, one
/// query known beforehand each, and a list's entity tag that is made from nothing.
/// </summary>
internal static class BareServer
{
    /// <summary>The word that makes the program this server.</summary>
    public const string Verb = "bare";

    private const string ListTag = "W/\"00000000000000000000000000000000\"";

    [ThreadStatic]
    private static Dictionary<string, SqliteCommand>? commands;

    private static string connectionString = "";
    private static byte[] baseUrl = [];
    private static string baseUrlText = "";

    /// <summary>Serves until it is killed.</summary>
    /// <param name="arguments">The database's file, the base URL that bodies name, the address to listen at, and the familyName part and moment of the scenarios.</param>
    public static async Task RunAsync(string[] arguments)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = arguments[0], Pooling = false }.ToString();
        baseUrlText = arguments[1];
        baseUrl = Encoding.UTF8.GetBytes(baseUrlText);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(arguments[2]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        var (namePart, moment) = (arguments[3], long.Parse(arguments[4], CultureInfo.InvariantCulture));
        app.MapGet("/scim/v2/Users", context => ListAsync(context, namePart, moment));
        app.MapGet("/scim/v2/Users/{id}", context => OneAsync(context, (string)context.GetRouteValue("id")!));
        app.MapGet("/scim/v2/Groups/{id}", context => GroupAsync(context, (string)context.GetRouteValue("id")!));
        await app.RunAsync();
    }

    private static Task ListAsync(HttpContext context, string namePart, long moment)
    {
        if (context.Request.Headers.IfNoneMatch is [{ } known])
        {
            return PollAsync(context, known);
        }

        var query = context.Request.Query;
        var filter = query["filter"].ToString();
        return filter.Length == 0
            ? PageAsync(context, query.TryGetValue("startIndex", out var start) ? int.Parse(start!, CultureInfo.InvariantCulture) : 1)
            : filter.StartsWith("userName", StringComparison.Ordinal) ? FilterAsync(context, "\"UserNameKey\" = @p", ComparisonKey.Of(filter.Split('"')[1]))
            : filter.StartsWith("name.", StringComparison.Ordinal) ? FilterAsync(context, "instr(\"FamilyNameKey\", @p) > 0", namePart)
            : FilterAsync(context, "\"LastModified\" > @p", moment);
    }

    private static async Task PollAsync(HttpContext context, string known)
    {
        using var reader = Command("SELECT \"Version\" FROM \"Directories\" WHERE \"Id\" = 1").ExecuteReader();
        reader.Read();
        _ = reader.GetInt32(0);
        SetHeaders(context.Response, known);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        await context.Response.CompleteAsync();
    }

    private static async Task OneAsync(HttpContext context, string id)
    {
        byte[] body, hash;
        using (var reader = Command("SELECT \"Body\", \"Hash\" FROM \"Users\" WHERE \"DirectoryId\" = 1 AND \"Id\" = @p AND \"ValidTo\" = 2147483647", ("@p", id)).ExecuteReader())
        {
            reader.Read();
            (body, hash) = (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1));
        }

        SetHeaders(context.Response, TagOf(hash));
        context.Response.Headers.ContentLocation = $"{baseUrlText}/Users/{id}";
        StoredBody.WriteTo(context.Response.BodyWriter, body, baseUrl);
        await SendAsync(context);
    }

    private static Task PageAsync(HttpContext context, int start)
    {
        // Nobody ever left, so a position is an ordinal.
        var bodies = new List<byte[]>(100);
        using (var reader = Command(
            "SELECT \"Body\" FROM \"Users\" WHERE \"DirectoryId\" = 1 AND \"ValidTo\" = 2147483647 AND \"Ordinal\" >= @p ORDER BY \"Ordinal\" LIMIT 100", ("@p", start)).ExecuteReader())
        {
            while (reader.Read())
            {
                bodies.Add(reader.GetFieldValue<byte[]>(0));
            }
        }

        return ListAsync(context, BenchmarkData.People, start, bodies);
    }

    private static Task FilterAsync(HttpContext context, string condition, object value)
    {
        var bodies = new List<byte[]>();
        var total = 0;
        using (var reader = Command(
            $"SELECT \"Body\" FROM \"Users\" WHERE \"DirectoryId\" = 1 AND \"ValidTo\" = 2147483647 AND {condition} ORDER BY \"Ordinal\"", ("@p", value)).ExecuteReader())
        {
            while (reader.Read())
            {
                if (total++ < 100)
                {
                    bodies.Add(reader.GetFieldValue<byte[]>(0));
                }
            }
        }

        return ListAsync(context, total, 1, bodies);
    }

    private static async Task GroupAsync(HttpContext context, string id)
    {
        var output = context.Response.BodyWriter;
        using (var reader = Command("SELECT \"Body\", \"Hash\" FROM \"Groups\" WHERE \"DirectoryId\" = 1 AND \"Id\" = @p AND \"ValidTo\" = 2147483647", ("@p", id)).ExecuteReader())
        {
            reader.Read();
            SetHeaders(context.Response, TagOf(reader.GetFieldValue<byte[]>(1)));
            context.Response.Headers.ContentLocation = $"{baseUrlText}/Groups/{id}";
            StoredBody.WriteTo(output, reader.GetFieldValue<byte[]>(0).AsSpan()[..^1], baseUrl);
        }

        output.Write(",\"members\":["u8);
        using (var reader = Command(
            "SELECT \"UserId\", \"Display\" FROM \"Memberships\" WHERE \"DirectoryId\" = 1 AND \"GroupId\" = @p AND \"ValidTo\" = 2147483647 ORDER BY \"UserOrdinal\"", ("@p", id)).ExecuteReader())
        {
            for (var any = false; reader.Read(); any = true)
            {
                var userId = reader.GetString(0);
                output.Write(any ? ",{\"value\":\""u8 : "{\"value\":\""u8);
                Encoding.UTF8.GetBytes(userId, output);
                output.Write("\",\"$ref\":\""u8);
                output.Write(baseUrl);
                output.Write("/Users/"u8);
                Encoding.UTF8.GetBytes(userId, output);
                output.Write("\",\"type\":\"User\",\"display\":\""u8);
                output.Write(JsonEncodedText.Encode(reader.GetString(1), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
                output.Write("\"}"u8);
            }
        }

        output.Write("]}"u8);
        await SendAsync(context);
    }

    private static async Task ListAsync(HttpContext context, int total, int start, List<byte[]> bodies)
    {
        var output = context.Response.BodyWriter;
        SetHeaders(context.Response, ListTag);
        output.Write(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":{total},\"startIndex\":{start},\"itemsPerPage\":{bodies.Count},\"Resources\":[")));
        for (var index = 0; index < bodies.Count; index++)
        {
            if (index > 0)
            {
                output.Write(","u8);
            }

            StoredBody.WriteTo(output, bodies[index], baseUrl);
        }

        output.Write("]}"u8);
        await SendAsync(context);
    }

    private static void SetHeaders(HttpResponse response, string tag)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = "Accept";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.ContentType = "application/scim+json";
    }

    private static string TagOf(byte[] hash) => $"W/\"{Convert.ToHexStringLower(hash)}\"";

    private static async Task SendAsync(HttpContext context)
    {
        context.Response.ContentLength = context.Response.BodyWriter.UnflushedBytes;
        await context.Response.BodyWriter.FlushAsync();
    }

    private static SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        commands ??= [];
        if (!commands.TryGetValue(sql, out var command))
        {
            var connection = new SqliteConnection(connectionString);
            connection.Open();
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in values)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }

            commands.Add(sql, command);
        }

        foreach (var (name, value) in values)
        {
            command.Parameters[name].Value = value;
        }

        return command;
    }
}
