namespace ScimBridge.HiBobSimulator.Life;

/// <summary>What happens in a company.</summary>
public enum HappeningKind
{
    /// <summary>Somebody is hired ahead of their first day.</summary>
    Hired,

    /// <summary>Somebody goes to another department, with a title of it.</summary>
    Moved,

    /// <summary>Somebody goes to another office.</summary>
    Relocated,

    /// <summary>Somebody reports to somebody else.</summary>
    NewManager,

    /// <summary>Somebody has another title.</summary>
    NewTitle,

    /// <summary>A move that is dated ahead.</summary>
    MoveScheduled,

    /// <summary>Somebody will leave, with a last day of work and a termination date ahead.</summary>
    Resigned,

    /// <summary>Somebody who left comes back under the same id.</summary>
    Rehired,

    /// <summary>Somebody has another surname, and the e-mail address that goes with it.</summary>
    Renamed,

    /// <summary>Somebody has another e-mail address.</summary>
    NewEmail,

    /// <summary>Somebody has another phone number.</summary>
    NewPhone,

    /// <summary>Somebody goes on leave.</summary>
    OnLeave,

    /// <summary>A department, title or other item is called something else.</summary>
    ItemRenamed,

    /// <summary>A list has an item more.</summary>
    ItemAdded,

    /// <summary>An item is archived, though people may still hold it.</summary>
    ItemArchived,
}
