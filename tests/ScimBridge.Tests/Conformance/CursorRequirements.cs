using static ScimBridge.Tests.Conformance.Requirement;

namespace ScimBridge.Tests.Conformance;

/// <summary>RFC 9865: pages that are found by a cursor.</summary>
internal static class CursorRequirements
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        Must("9865-2-first", "The first request of a cursor-paged query has the parameter `cursor` without a value."),
        Must("9865-2-characters", "A cursor has only the characters that a URL takes as they are: letters, digits, `-`, `.`, `_` and `~`."),
        Must("9865-2-count", "A page never has more resources than `count`."),
        Must("9865-2-zero", "A negative `count` means 0, and 0 asks for `totalResults` without resources."),
        Must("9865-2-next", "Every page but the last has `nextCursor`."),
        Must("9865-2-last", "A page without `nextCursor` is the last one."),
        Must("9865-2-same-query", "Whoever asks for another page repeats every other parameter of the query.")
            .DoesNotApply("it is a client's duty; a cursor of another query is an invalid one, see section 2.1."),
        Must("9865-2-opaque", "Clients assume nothing of what is in a cursor.")
            .DoesNotApply("it is a client's duty."),
        May("9865-2-previous", "`previousCursor` may lead back.")
            .DoesNotApply("pages lead forward only."),
        Should("9865-2-total", "`totalResults` is the exact number of resources on all pages together."),
        Should("9865-2.1-error", "Wrong paging parameters are a 400 with a SCIM error."),
        Must("9865-2.1-invalid-cursor", "A cursor that is none is an error of type `invalidCursor`."),
        Must("9865-2.1-expired-cursor", "A cursor that is too old is an error of type `expiredCursor`."),
        Must("9865-2.1-invalid-count", "A count that is none, or another than the walk began with, is an error of type `invalidCount`."),
        Should("9865-2.1-detail", "The error's text helps who writes the client."),
        Should("9865-2.2-sorted", "Cursor-paged results are sorted where sorting is offered."),
        Must("9865-2.3-default", "Without a paging parameter the server picks a method, and does not refuse."),
        Should("9865-2.3-compatible", "A server that had index paging thinks of its clients before it changes the default."),
        May("9865-3-search", "A search by POST takes `cursor` and `count` in its body."),
        Should("9865-4-configuration", "The configuration has `pagination`."),
        Must("9865-4-methods", "`pagination` says whether `cursor` and `index` are supported."),
        May("9865-4-limits", "`pagination` also names the default method, the default and the greatest page size, and how long a cursor lasts."),
        Should("9865-4-misuse", "Misuse of paging does not use up the server.")
            .DoesNotApply("the server keeps nothing for a cursor, so that there is nothing to use up; how often a client may ask is a setting."),
        Must("9865-5.2-confined", "Pages hold only what the caller may see, whoever got the cursor."),
        Must("9865-5.2-authorised", "Every page is authorised anew, and a cursor grants nothing."),
        Should("9865-5.2-same-error", "Errors do not tell a foreign cursor from a wrong one."),
        Should("9865-5.2-permissions", "Cursors end when the caller's permissions change."),
    ];
}
