using System.ComponentModel.DataAnnotations;

namespace ScimBridge.HiBob;

/// <summary>How this server talks to HiBob, whichever company it reads.</summary>
internal sealed class HiBobOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "HiBob";

    /// <summary>
    /// Hosts besides HiBob's own that may be read from, each as <c>host</c> or <c>host:port</c>. A loopback host that is
    /// listed may be read over plain http.
    /// </summary>
    [Required]
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>Field ids to read besides the built-in ones, such as <c>work.custom.field_1700000000002</c>.</summary>
    /// <remarks>HiBob takes at most 400 fields in a request.</remarks>
    [Required]
    [MaxLength(350)]
    public string[] AdditionalFields { get; init; } = [];

    /// <summary>How long HiBob may take until it starts to answer one request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the body of an answer may stand still; one that keeps coming is not cut off by this.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one body may take in all, so that a trickle does not hold a run for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest single wait for HiBob's request budget; a longer one fails the read.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan BudgetWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a request is tried again that met 429, 5xx, a time-out or no connection.</summary>
    [Range(1, 10)]
    public int Retries { get; init; } = 3;

    /// <summary>The first pause before trying again; it doubles from there, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest body that is accepted, in bytes after decompression, so that an answer can't fill the disk.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxBodyBytes { get; init; } = 4L << 30;

    /// <summary>How many people are asked for at once when the whole company is too much; HiBob advises 50 to 200.</summary>
    [Range(1, 200)]
    public int BatchSize { get; init; } = 200;

    /// <summary>How long a company that was too much to be read at once is read in batches, before that is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan BatchesFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The folder of the temporary file that a read is kept in; empty means the system's own.</summary>
    public string SpoolFolder { get; init; } = "";
}
