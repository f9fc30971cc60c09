using System.ComponentModel.DataAnnotations;

namespace JobMatch.Web.Shared.Settings;

/// <summary>What a county sets about its own site, section <c>JobMatch</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>Folder for everything the program keeps: database file, keys, index, uploads. Relative to the working folder.</summary>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary>Language of people who have not chosen one.</summary>
    [Required, AllowedValues("zh-CN", "en")]
    public string Culture { get; set; } = "zh-CN";

    /// <summary>The county's name as it stands on pages and prints; empty says "this county".</summary>
    [StringLength(40)]
    public string CountyName { get; set; } = "";

    /// <summary>Shows the messages that the development gateway keeps instead of sending them, codes in clear. Never on a real site.</summary>
    public bool ShowOutbox { get; set; }
}
