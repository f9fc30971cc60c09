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

    /// <summary>What somebody called a class of this kind; where that is just the kind's name, in the language of the request.</summary>
    public string TrainingTitle(int kind, string title) => Catalogue.Instance.Trainings.TryGetValue(kind, out var known) && known.Name == title ? Training(kind) : title;

    /// <summary>The name people use: 货运司机 rather than 道路货运汽车驾驶员, but 缝纫工 as it is. In English the catalogue's own, or what people of that group are called.</summary>
    public string Occupation(long id) =>
        !IsChinese && Catalogue.Instance.Occupations.TryGetValue((int)id, out var occupation) ? Catalogue.Instance.EnglishNameOf(occupation) : OccupationTyped((int)id);

    /// <summary>The same in Chinese, whatever the language: for a field in which it is typed, because only that is read back.</summary>
    public string OccupationTyped(int id) => Catalogue.Instance.Occupations.TryGetValue(id, out var occupation)
        ? (occupation.EverydayNames is [{ } everyday, ..] && everyday.Length < occupation.Name.Length ? everyday : occupation.Name)
        : texts["Fit.Unnamed"];

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    private static string In(string chinese, string english) => IsChinese || english.Length == 0 ? chinese : english;
}
