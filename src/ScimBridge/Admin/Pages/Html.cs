namespace ScimBridge.Admin.Pages;

/// <summary>A piece of a page. The literal parts of <c>Html.Of($"...")</c> are markup; every value in it is encoded, unless it is a piece itself.</summary>
/// <param name="Markup">The markup.</param>
internal sealed record Html(string Markup)
{
    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");

    /// <summary>The piece that the interpolated string says.</summary>
    public static Html Of(ref HtmlInterpolation markup) => new(markup.ToStringAndClear());

    /// <summary>The pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Markup)));
}
