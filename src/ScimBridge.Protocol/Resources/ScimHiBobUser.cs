using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScimBridge.Protocol.Resources;

/// <summary>Our extension's attributes: the employment as HiBob knows it. Dates are calendar days, <c>yyyy-MM-dd</c>.</summary>
public sealed record ScimHiBobUser
{
    /// <summary>The first day of employment.</summary>
    public string? StartDate { get; init; }

    /// <summary>The day on which the employment ends; may lie ahead.</summary>
    public string? TerminationDate { get; init; }

    /// <summary>The last day at work, which garden leave may put before the termination date.</summary>
    public string? LastDayOfWork { get; init; }

    /// <summary>The employment's state in HiBob's words, such as "Employed".</summary>
    public string? LifecycleStatus { get; init; }

    /// <summary>Whether the person has access to HiBob: "Active" or "Inactive".</summary>
    public string? AccessStatus { get; init; }

    /// <summary>The site's name.</summary>
    public string? Site { get; init; }

    /// <summary>The site's identifier in HiBob.</summary>
    public string? SiteId { get; init; }

    /// <summary>The employment type, such as "Permanent".</summary>
    public string? EmploymentType { get; init; }

    /// <summary>The contract, such as "Full time".</summary>
    public string? Contract { get; init; }

    /// <summary>Whether anybody reports to the person.</summary>
    public bool? IsManager { get; init; }

    /// <summary>The attributes that the directory adds by rules of its own, by name; written in their order, and never null or an empty list.</summary>
    /// <remarks>Can be set because the serializer fills it while it reads.</remarks>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Custom { get; set; }

    /// <summary>Whether no attribute has a value.</summary>
    [JsonIgnore]
    public bool IsEmpty => Custom is not { Count: > 0 } && (this with { Custom = null }) == Nothing;

    private static readonly ScimHiBobUser Nothing = new();
}
