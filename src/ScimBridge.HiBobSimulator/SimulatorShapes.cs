namespace ScimBridge.HiBobSimulator;

/// <summary>Details of the wire on which HiBob's documentation and its live behaviour differ or are unknown; the defaults are what was seen live.</summary>
public sealed class SimulatorShapes
{
    /// <summary>How display text writes dates.</summary>
    public DisplayDateFormat DateFormat { get; set; }

    /// <summary>Answers a single read as <c>{"employees": [...]}</c>, as documented, instead of a bare object.</summary>
    public bool WrapsSingleRead { get; set; }

    /// <summary>Answers a single read as <c>{"employee": {...}}</c>, as some of HiBob's pages show it; the array goes first.</summary>
    public bool WrapsSingleReadAsEmployee { get; set; }

    /// <summary>Answers the metadata as <c>{"fields": [...]}</c> instead of a bare array.</summary>
    public bool WrapsFields { get; set; }

    /// <summary>Answers named lists as documented: an array of <c>{name, items}</c>, without <c>values</c>.</summary>
    public bool DocumentedLists { get; set; }

    /// <summary>Leaves empty fields out under REPLACE instead of writing null.</summary>
    public bool ReplaceOmitsNulls { get; set; }

    /// <summary>Returns <c>root.id</c> even when it was not asked for.</summary>
    public bool AlwaysReturnsId { get; set; }

    /// <summary>Appends <c>.sbx</c> to every e-mail address, as a sandbox made from a production company has them.</summary>
    public bool SandboxEmails { get; set; }

    /// <summary>Spells lifecycle statuses as people read them, such as <c>Garden leave</c>, in people and in their list.</summary>
    public bool DisplayLifecycleIds { get; set; }

    /// <summary>Compares e-mail addresses in filters letter by letter.</summary>
    public bool EmailFilterMatchesCase { get; set; }

    /// <summary>Returns the people in the opposite order; HiBob promises none.</summary>
    public bool ReversesPeople { get; set; }

    /// <summary>Answers errors without a body.</summary>
    public bool EmptyErrorBodies { get; set; }

    /// <summary>Takes <c>append</c> and <c>replace</c> in any case.</summary>
    public bool HumanReadableIgnoresCase { get; set; }

    /// <summary>Answers a GET that carries a JSON content type with 400 and HTML.</summary>
    public bool RefusesGetWithContentType { get; set; }
}
