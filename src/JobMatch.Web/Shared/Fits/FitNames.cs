using System.Globalization;
using JobMatch.Occupations;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.Shared.Fits;

/// <summary>Names from the catalogue in the language of the request; occupations in the words people use for them.</summary>
public sealed class FitNames(Texts texts)
{
    public string Skill(long id) => Catalogue.Instance.Skills.TryGetValue((int)id, out var skill) ? In(skill.Name, skill.NameEn) : texts["Fit.Unnamed"];

    public string Certificate(long id) => Catalogue.Instance.Certificates.TryGetValue((int)id, out var kind) ? In(kind.Name, kind.NameEn) : texts["Fit.Unnamed"];

    public string Training(long id) => Catalogue.Instance.Trainings.TryGetValue((int)id, out var kind) ? In(kind.Name, kind.NameEn) : texts["Fit.Unnamed"];

    /// <summary>The everyday name where there is one: 平车工 rather than 缝纫工.</summary>
    public string Occupation(long id) => Catalogue.Instance.Occupations.TryGetValue((int)id, out var occupation)
        ? (occupation.EverydayNames.Count > 0 ? occupation.EverydayNames[0] : occupation.Name)
        : texts["Fit.Unnamed"];

    private static string In(string chinese, string english) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" || english.Length == 0 ? chinese : english;
}
