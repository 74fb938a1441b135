using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Remembers for which service users the whole company was too much at once, so that not every read runs into the same wall.</summary>
internal sealed class HiBobWall(IOptions<HiBobOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string BaseUrl, string UserId), DateTimeOffset> until = new();

    /// <summary>Whether it stood in the way not long ago.</summary>
    public bool Stands(SourceConnection connection) => until.TryGetValue(Key(connection), out var end) && time.GetUtcNow() < end;

    /// <summary>Remembers that it stood in the way.</summary>
    public void Remember(SourceConnection connection) => until[Key(connection)] = time.GetUtcNow() + options.Value.BatchesFor;

    private static (string BaseUrl, string UserId) Key(SourceConnection connection) => (connection.BaseUrl.AbsoluteUri, connection.UserId);
}
