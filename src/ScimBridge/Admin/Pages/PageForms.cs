using Microsoft.AspNetCore.Antiforgery;

namespace ScimBridge.Admin.Pages;

/// <summary>Reads what our own forms send.</summary>
internal static class PageForms
{
    /// <summary>The form; null when it is none of ours, or can't be read.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or AntiforgeryValidationException)
        {
            // Such as U+0000 in a field, or too many fields.
            return null;
        }
    }
}
