namespace ScimBridge.Admin.Pages.Attributes;

/// <summary>Tells whoever shows a form that something in it was changed, however deep.</summary>
internal sealed class FormSignal(Action changed)
{
    /// <summary>Something was changed.</summary>
    public void Raise() => changed();
}
