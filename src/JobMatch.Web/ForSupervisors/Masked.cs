using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForSupervisors;

/// <summary>Names as supervisors see them: whose household it is can be told apart, who it is cannot be read off a list.</summary>
internal static class Masked
{
    /// <summary>王**; empty when nobody's name is known.</summary>
    internal static string Name(string name) => name.Length == 0 ? "" : name[..1] + "**";

    /// <summary>王家.</summary>
    internal static string Family(string headName, Texts texts) => headName.Length == 0 ? "" : texts["County.Family", headName[..1]];
}
