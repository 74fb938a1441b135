using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ScimBridge.Storage;

namespace ScimBridge.Tests.Sync;

/// <summary>Does something when a server is about to change what a word names in its database: a place within a run that only there can be met.</summary>
internal sealed class CommandWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly string connection;
    private readonly string word;
    private readonly Action meet;

    private volatile bool hears;

    private CommandWatch(string connection, string word, Action meet)
    {
        (this.connection, this.word, this.meet) = (connection, word, meet);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public static async Task<CommandWatch> StartAsync(ScimBridgeApp app, string word, Action meet)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ScimBridgeContext>>().CreateDbContextAsync();
        var watch = new CommandWatch(db.Database.GetConnectionString()!, word, meet);

        // For a second after nobody listened nothing is told.
        await JobProbe.UntilAsync(async () =>
        {
            await db.Directories.AnyAsync();
            return watch.hears;
        });
        return watch;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests' servers are heard here too.
        if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Context: { } context } data
            || context.Database.GetConnectionString() != connection)
        {
            return;
        }

        hears = true;
        if (data.Command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal) && data.Command.CommandText.Contains(word, StringComparison.Ordinal))
        {
            meet();
        }
    }

    public void OnCompleted()
    {
        // Nothing is left to hear.
    }

    public void OnError(Exception error)
    {
        // Nothing is left to hear.
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
