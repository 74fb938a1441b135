using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ScimBridge.Admin.Pages;

/// <summary>What all pages share.</summary>
internal static class PageLayout
{
    /// <summary>The style sheet.</summary>
    public const string Style = """
        :root { background: Canvas; color: CanvasText; color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
        body { margin: 0 auto; max-width: 64rem; overflow-wrap: anywhere; padding: 1rem; }
        bdi { display: inline-block; max-width: 100%; }
        header { align-items: center; border-bottom: 1px solid; display: flex; gap: 1.5rem; margin-bottom: 1.5rem; }
        header p { font-weight: bold; margin-right: auto; }
        label { display: block; font-weight: bold; margin-top: 1rem; }
        input { display: block; font: inherit; padding: .5rem; width: min(20rem, 100%); }
        button, .button { font: inherit; padding: .5rem 1rem; }
        .button { border: 1px solid; border-radius: .2rem; color: inherit; display: inline-block; text-decoration: none; }
        form > button { display: block; margin-top: 1rem; }
        header form > button { margin-top: 0; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid; padding: .5rem; text-align: left; vertical-align: top; }
        .sections th, .sections td { overflow-wrap: normal; }
        .problem { border-left: .25rem solid; padding-left: .75rem; }
        :focus-visible { outline: .2rem solid; outline-offset: .15rem; }
        """;

    /// <summary>A whole page.</summary>
    public static ContentHttpResult Page(HttpContext context, string title, Html header, Html main, int status = StatusCodes.Status200OK)
    {
        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - ScimBridge</title>
            <link rel="stylesheet" href="{context.Request.PathBase + AdminPaths.Style}">
            </head>
            <body>
            <header><p>ScimBridge</p>{header}</header>
            <main><h1>{title}</h1>{main}</main>
            </body>
            </html>
            """);
        return TypedResults.Content(page.Markup, "text/html", Encoding.UTF8, status);
    }

    /// <summary>What went wrong, if something did, for screen readers to say at once.</summary>
    public static Html Problem(string? problem) => problem is null ? Html.None : Html.Of($"""<p class="problem" role="alert">{problem}</p>""");

    /// <summary>The hidden field of a form that shows the form to be ours.</summary>
    public static Html Antiforgery(Microsoft.AspNetCore.Antiforgery.AntiforgeryTokenSet tokens) =>
        Html.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
}
