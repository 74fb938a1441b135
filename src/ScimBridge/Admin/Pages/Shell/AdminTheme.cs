using MudBlazor;

namespace ScimBridge.Admin.Pages.Shell;

/// <summary>The colours of the pages: every text on its ground has the contrast of WCAG 2 AA (4.5 to 1), in light and dark.</summary>
internal static class AdminTheme
{
    /// <summary>The theme.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#3a3fb0",
            Secondary = "#8a1c5b",
            Info = "#0b5cad",
            Success = "#196b34",
            Warning = "#8a4b00",
            Error = "#b3261e",
            AppbarBackground = "#23264f",
            AppbarText = "#ffffff",
            Background = "#f7f7fb",
            Surface = "#ffffff",
            TextPrimary = "#1c1c28",
            TextSecondary = "#4a4a5a",
            TextDisabled = "#5f5f6d",
            ActionDefault = "#4a4a5a",
            ActionDisabled = "#6b6b79",
            DrawerText = "#1c1c28",
            DrawerIcon = "#4a4a5a",
            LinesDefault = "#d6d6e0",
            LinesInputs = "#6b6b79",
            TableLines = "#d6d6e0",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#b3baff",
            PrimaryContrastText = "#14162e",
            Secondary = "#ff9fce",
            SecondaryContrastText = "#2e1420",
            Info = "#8cc4ff",
            InfoContrastText = "#0a1c2e",
            Success = "#6fd98f",
            SuccessContrastText = "#0c2413",
            Warning = "#f2b866",
            WarningContrastText = "#2b1c06",
            Error = "#ffb4ab",
            ErrorContrastText = "#330b08",
            AppbarBackground = "#23264f",
            AppbarText = "#ffffff",
            Background = "#15161f",
            Surface = "#1e202c",
            DrawerBackground = "#1a1b26",
            TextPrimary = "#ecedf6",
            TextSecondary = "#c1c3d3",
            TextDisabled = "#a3a5b5",
            ActionDefault = "#c1c3d3",
            ActionDisabled = "#a3a5b5",
            DrawerText = "#ecedf6",
            DrawerIcon = "#c1c3d3",
            LinesDefault = "#3a3c4c",
            LinesInputs = "#9a9cac",
            TableLines = "#3a3c4c",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"] },
            Button = new ButtonTypography { TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };
}
