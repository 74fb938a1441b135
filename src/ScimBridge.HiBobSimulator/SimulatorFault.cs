namespace ScimBridge.HiBobSimulator;

/// <summary>One fault: what goes wrong, where, and how often.</summary>
public sealed record SimulatorFault
{
    private SimulatorFault(FaultKind kind) => Kind = kind;

    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; }

    /// <summary>The endpoint concerned; null means all.</summary>
    public SimulatorEndpoint? Endpoint { get; init; }

    /// <summary>How many requests it strikes; null means until the faults are cleared.</summary>
    public int? Times { get; init; }

    /// <summary>How many requests it lets pass before it begins.</summary>
    public int Skip { get; init; }

    /// <summary>The status of <see cref="FaultKind.Status"/>.</summary>
    public int StatusCode { get; init; } = 503;

    /// <summary>A Retry-After header in seconds for <see cref="FaultKind.Status"/>.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How many bytes of the body arrive before it breaks off; a shorter body loses its last byte.</summary>
    public int AfterBytes { get; init; } = 4096;

    /// <summary>The pause before each piece of a slow body, or how long there is no response.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The size of the pieces of a slow body in bytes.</summary>
    public int ChunkBytes { get; init; } = 1024;

    /// <summary>The category of <see cref="FaultKind.WithoutCategory"/>.</summary>
    public string CategoryId { get; init; } = "lifecycle";

    /// <summary>A fault of a kind, with the defaults of its details.</summary>
    public static SimulatorFault Of(FaultKind kind) => new(kind);

    /// <summary>An error status.</summary>
    public static SimulatorFault Status(int statusCode, int? retryAfterSeconds = null) =>
        new(FaultKind.Status) { StatusCode = statusCode, RetryAfterSeconds = retryAfterSeconds };

    /// <summary>A connection that closes within the body.</summary>
    public static SimulatorFault CutConnection(int afterBytes = 4096) => new(FaultKind.CutConnection) { AfterBytes = afterBytes };

    /// <summary>JSON that stops in the middle of a complete HTTP body.</summary>
    public static SimulatorFault UnfinishedJson(int afterBytes = 4096) => new(FaultKind.UnfinishedJson) { AfterBytes = afterBytes };

    /// <summary>The login page with 200.</summary>
    public static SimulatorFault Html() => new(FaultKind.Html);

    /// <summary>Something that only claims to be JSON.</summary>
    public static SimulatorFault NotJson() => new(FaultKind.NotJson);

    /// <summary>A slow body.</summary>
    public static SimulatorFault SlowBody(TimeSpan delay, int chunkBytes = 1024) =>
        new(FaultKind.SlowBody) { Delay = delay, ChunkBytes = chunkBytes };

    /// <summary>Silence, then a closed connection.</summary>
    public static SimulatorFault NoResponse(TimeSpan delay) => new(FaultKind.NoResponse) { Delay = delay };

    /// <summary>An empty audience.</summary>
    public static SimulatorFault EmptyCompany() => new(FaultKind.EmptyCompany);

    /// <summary>A category that vanishes.</summary>
    public static SimulatorFault WithoutCategory(string categoryId) => new(FaultKind.WithoutCategory) { CategoryId = categoryId };
}
