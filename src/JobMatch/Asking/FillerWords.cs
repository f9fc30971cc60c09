using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>
/// Words of advertisements that people repeat and that are no condition: how soon somebody is wanted, when pay day is, whether a man or a woman is
/// (which no posting may ask), that somebody is old without saying how old, has an identity card or was resettled. They are set aside, and that is said.
/// </summary>
internal static partial class FillerWords
{
    /// <summary>Takes them out; what was typed of each, in order.</summary>
    public static IEnumerable<string> Take(LeftWords left) => Take(left, Filler());

    /// <summary>What employers are called where work in a factory is all that is asked.</summary>
    public const string Factories = "厂";

    /// <summary>「进厂 缝纫」: beside a condition that the work is in a factory says no more; by itself it is looked for in the texts.</summary>
    public static IEnumerable<string> TakeFactories(LeftWords left) => Take(left, Factory());

    /// <summary>进厂, 厂里上班: that work is in a factory.</summary>
    public static bool IsFactory(string words) => Factory().IsMatch(words);

    private static List<string> Take(LeftWords left, Regex words)
    {
        var taken = new List<string>();
        foreach (var (from, to) in left.Chunks())
        {
            if (words.Match(left.Text[from..to]) is not { Success: true, Length: var length }) continue;
            taken.Add(left.Typed(from, from + length));
            left.Blank(from, from + length);
        }

        return taken;
    }

    /// <summary>急招 before other words too, the others as words of their own.</summary>
    [GeneratedRegex("^(?:(?:急招|急聘|急需)(?:人|工人)?(?![a-z0-9])|(?:适合|招)?(?:女工|女性|女的|女人|妇女|男工|男性|男的)(?:的?(?:工作|活儿?|岗位)|做的|干的|能做的|能干的)?$|(?:年纪|岁数|年龄)(?:有点|比较|太)?大(?:了|点|一点|些)?(?:的)?(?:人)?(?:能|可以)?(?:做|干)?的?$|(?:我|已经|都)*退休(?:了|后|人员)?(?:的|还|想|能|可以|做|干|找|点|些|的活|活|事|工作)*$|(?:我)?(?:不想|不愿意?|不要|不爱)(?:进厂|去工厂|进工厂)(?:上班|打工)?的?$|(?:只要)?有身份证(?:就行|就可以|就好|能做的?)?$|(?:易地)?(?:扶贫)?搬迁(?:户|群众|的?人|户?的)?(?:的?(?:工作|活儿?|岗位)|能做的)?$|(?:我|今年|娃|孩子)*1[0-5]周?岁(?:的|能做|可以做|做|干)*$|不(?:收|交|要|用交)(?:押金|费|钱|任何费用|中介费|中介)(?:的)?$|不(?:包|管|提供)(?:吃|住|饭|餐|食|宿)+(?:也行|也可以|都行|没关系)?$|(?:工资)?(?:月结|按月结|按月发|周结|按周结|一周一结)(?:工资)?的?$|(?:今天|明天|后天|马上|立马|立刻|随时)(?:就)?(?:能|可以|可)?(?:上班|上岗|开工|开始)的?$)")]
    private static partial Regex Filler();

    [GeneratedRegex("^(?:进|去|到|在|的)?(?:进厂|工厂|厂里|厂子里?|厂妹|厂弟|厂)(?:里面?|上班|打工|做|干活|的)*$")]
    private static partial Regex Factory();
}
