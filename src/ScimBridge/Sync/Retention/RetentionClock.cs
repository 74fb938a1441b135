using Microsoft.Extensions.Options;

namespace ScimBridge.Sync.Retention;

/// <summary>The moments from which on things are kept.</summary>
internal sealed class RetentionClock(IOptions<AuditOptions> audit, TimeProvider time)
{
    /// <summary>From when on audit entries are kept.</summary>
    public DateTimeOffset AuditFrom => DaysAgo(audit.Value.RetentionDays);

    /// <summary>So many days ago.</summary>
    public DateTimeOffset DaysAgo(int days) => time.GetUtcNow().AddDays(-days);
}
