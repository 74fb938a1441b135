using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ScimBridge.Tests.Sync.Alerts;

/// <summary>Keeps the event ids of the alerts that are logged.</summary>
internal sealed class EventIdLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id)> entries = new();

    /// <summary>The alerts in the order in which they were logged.</summary>
    public IEnumerable<(LogLevel Level, int Id)> Alerts => entries.Where(entry => entry.Id is >= 5000 and < 5100);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        entries.Enqueue((logLevel, eventId.Id));

    public void Dispose()
    {
    }
}
