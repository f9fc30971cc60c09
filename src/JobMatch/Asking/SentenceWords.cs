using System.Text.RegularExpressions;
using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// The small words of a sentence: 「我想找个…的活」, 「有没有…」. They say that somebody looks for work, which is known. Around other words only those
/// are taken that begin or end no name of a work; a word that is nothing but small words goes as a whole.
/// </summary>
internal static partial class SentenceWords
{
    /// <summary>From both ends of each word, and what joins two wishes.</summary>
    public static IEnumerable<UnderstoodPart> TakeAround(LeftWords left)
    {
        foreach (Match match in Joins().Matches(left.Text)) left.Blank(match.Index, match.Index + match.Length);
        foreach (var (start, end) in left.Chunks())
        {
            var (from, to) = (start, end);
            while (from < to && !IsWork(left.Text[from..to]) && Before().Match(left.Text[from..to]) is { Success: true, Length: var length }) from += length;
            while (from < to && !IsWork(left.Text[from..to]) && Behind().Match(left.Text[from..to]) is { Success: true, Length: var length }) to -= length;
            left.Blank(start, from);
            left.Blank(to, end);
        }

        return [];
    }

    /// <summary>Words of which nothing else is left.</summary>
    public static IEnumerable<UnderstoodPart> TakeAlone(LeftWords left)
    {
        foreach (var (from, to) in left.Chunks())
            if (Only().IsMatch(left.Text[from..to])) left.Blank(from, to);
        return [];
    }

    /// <summary>The pieces of a word around 和, 跟 and 或.</summary>
    public static IEnumerable<(int From, int To)> SideBySide(string word)
    {
        var from = 0;
        foreach (Match join in Between().Matches(word))
        {
            yield return (from, join.Index);
            from = join.Index + join.Length;
        }

        yield return (from, word.Length);
    }

    [GeneratedRegex("和|跟|与|或|及")]
    private static partial Regex Between();

    private static bool IsWork(string word) => OccupationResolver.Instance.Resolve(word).Any(found => found.Words == word);

    [GeneratedRegex("(?<=.)(?:但是?|可是|不过)(?=\\s|$|[不要想没能得可会有别只最])|或者|或是|还是|并且|而且|以及|(?<=.)(?:(?:也|就|还)?(?:想|要|打算|准备|愿意)(?:去|到|在|找|做|干|当|学))")]
    private static partial Regex Joins();

    [GeneratedRegex("^(你好|您好|请问|麻烦|招不招|收不收|要不要|我们|我是|我|俺|咱|本人|帮我|给我|有没有|有无|有什么|有啥|有哪些|哪里有|哪里|哪儿有|哪儿|哪有|什么|想要|想找|想去|想在|想到|想|大量招聘|大量招|招聘|招工|招人|招|找一份|找一个|找个|找份|找点|找到|找|寻找|求职|要找|需要|希望|最好是|最好|能不能|可不可以|可以|一份|一个|一些|个(?![体人])|比较|适合|的|在(?![线职校读编岗家])|能(?![源量力手干]))")]
    private static partial Regex Before();

    [GeneratedRegex("((?:可以|能|会)[做干](?:什么|啥)?的?|[做干](?:什么|啥)活?|(?<=着)[做干]|(?<=工地)上|(?<=[工匠])师傅|招人不|招工不|招人没|要人不|要人吗|要不要人|招不招人|的(?:老头|老人|人|阿姨|大姐|大爷|师傅)|[做干]的|的工作|找工作|找活|找事|工作|的岗位|岗位|(?<![站下顶门上])岗|职位|的活路|(?<!生)活路|的活儿?|活儿|活干|活做|事干|(?<![生快农干鲜灵零])活|的事|事做|招聘|招工|招人|求职|打工|上班|务工|有没有|有吗|有么|吗|呢|(?<![网酒水茶])吧|啊|呀|嘛|行吗|可以吗|可以做吗|能做吗|要求|就行|就好|都行|也行|最好|优先|的|了)$")]
    private static partial Regex Behind();

    /// <summary>Whoever somebody looks for work for: 「我老公会电焊」.</summary>
    private const string Relatives = "老公|丈夫|老婆|媳妇|妻子|爱人|对象|儿子|女儿|姑娘|娃儿|我爸|我妈|爸爸|妈妈|父亲|母亲|公公|婆婆|哥哥|弟弟|姐姐|妹妹|亲戚|朋友|家里人|屋里人|自己";

    [GeneratedRegex("^(" + Relatives + "|当过|做过|干过|学过|会做|会|懂|当|学|的|地|在|找|招|招聘|招工|招人|想做|想找|要|想|工作|岗位|职位|岗|活路|活儿?|事情?|找工作|工资|月薪|工钱|钱|每月|每天|能|会|可以|有|有没有|没有|和|跟|与|及|或|或者|又|也|还|且|都|就|行|好|我|我们|人|个|份|点|些|一|去|到|从|做|干|上|来|去做|打工|上班|务工|赚钱|挣钱|什么|啥|哪里|哪些|那种|这种|吗|呢|吧|啊|里|里面|一起|一块|那边|这边|家|家里|离|近|很|比较|适合|方便|需要|希望|最好|优先|不要太|左右|之间|时候|的时候|是)+$")]
    private static partial Regex Only();
}
