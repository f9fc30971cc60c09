using System.Globalization;
using Microsoft.Extensions.Localization;

namespace JobMatch.Web.Shared.Language;

/// <summary>Lets the framework's own messages (validation, display names) come from the same files as the pages.</summary>
internal sealed class TextLocalizer(Texts texts) : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name] => new(name, texts[name]);

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentUICulture, texts[name], arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;
}
