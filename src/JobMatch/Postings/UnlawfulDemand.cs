using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>What the law forbids a posting to demand (就业促进法 §26–§31, 妇女权益保障法 §43).</summary>
public enum DemandKind
{
    Sex = 1,
    Ethnicity = 2,
    MaritalOrChildbearing = 3,
    Hukou = 4,
}

/// <summary>A demand and the words that make it.</summary>
public readonly record struct DemandFound(DemandKind Kind, string Words);

/// <summary>
/// Finds demands for sex, ethnicity, marital or childbearing state and hukou in the text of a posting. A demand is refused, a noun is not:
/// women's clothes, the women's federation, a mothers' shift, maternity insurance, a household register among the papers to bring. First every
/// innocent phrase is blanked out, then what is left is searched, so a rule may be strict without knowing every noun.
/// Kindness to people is no demand: 宝妈岗, 少数民族优先 (就业促进法 §28 asks for it), 残疾人优先, 搬迁群众优先 and residents of a place pass.
/// </summary>
public static partial class UnlawfulDemand
{
    private const char Blank = '□';

    public static IReadOnlyList<DemandFound> Find(params string?[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        // Each text ends in a line break of its own, so that no phrase is read across two fields.
        var text = Innocent().Replace(Narrow(string.Join('\n', texts)), m => new string(Blank, m.Length));
        var found = new List<DemandFound>();
        Collect(found, DemandKind.Sex, text, SexLimit(), SexState(), SexedJob(), SexedCount(), SexRefused());
        Collect(found, DemandKind.Ethnicity, text, EthnicityLimit(), EthnicityRefused());
        Collect(found, DemandKind.MaritalOrChildbearing, text, Marriage(), Childbearing());
        Collect(found, DemandKind.Hukou, text, HukouLimit(), LocalsOnly(), OutsidersRefused());
        return found;
    }

    private static void Collect(List<DemandFound> found, DemandKind kind, string text, params Regex[] rules)
    {
        foreach (var rule in rules)
        {
            foreach (Match match in rule.Matches(text))
            {
                var words = WithoutAge(match.Value).Trim(' ', '\n', ',', ';', '.', '。', '、', ':', '/', '(', Blank);
                if (words.Length > 0 && !found.Exists(f => f.Kind == kind && f.Words.Contains(words, StringComparison.Ordinal))) found.Add(new DemandFound(kind, words));
            }
        }
    }

    /// <summary>An age helped to see that a word demands a sex; it is no part of the demand and would be quoted cut in half.</summary>
    private static string WithoutAge(string words) => words[^1] is '-' or '~' or '至' or '到' or '—' or '以' or '岁' && words.IndexOfAny([.. "0123456789"]) is var digit and > 0 ? words[..digit].Replace("年龄", "", StringComparison.Ordinal) : words;

    /// <summary>Full-width punctuation and letters to half-width, so that one rule reads both; lengths stay.</summary>
    private static string Narrow(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] switch
            {
                >= '！' and <= '～' => (char)(from[i] - 0xFEE0),
                '　' or '\t' or '\r' => ' ',
                '【' or '〔' or '「' => '(',
                '】' or '〕' or '」' => ')',
                _ => from[i],
            };
        }
    });

    [GeneratedRegex("""
        (不限|不分|无论|不论|不问|不限制|不看)(是?否?)(男女|女男|性别|民族|婚否|婚育|婚姻|户籍|户口|地域)
        |(性别|男女|女男|男\W{0,2}女|女\W{0,2}男|民族|婚否|婚育|婚姻|已婚\W{0,2}未婚|未婚\W{0,2}已婚|户籍|户口)(状况|情况|要求|者|人员|性)?[:\s]*(不限|不作?要求|无要求|没有要求|没要求|均可|皆可|都可|都行|都要|都招|兼收|通招|不拘|一视同仁|平等)
        |男\W{0,2}女(?!:)|女\W{0,2}男(?!:)
        |[男女](装|鞋|包(?![装吃住])|裤|衣|袜|裙|帽|式|款|士(鞋|装|服|护肤|皮鞋|包|内衣)|童|表|厕|卫生间|洗手间|宿舍|寝|浴|更衣|澡堂|科|宾|孩|儿|婴|友|性(用品|健康|护肤|服装|服饰|内衣|职业健康|权益|之家|朋友))
        |女(职工|工(部|委|会|权益|活动|之家|宿舍|主任|关怀)|贞|娲|王|方(?=.{0,2}家)|排|足|篮|子(医院|监狱|健身|会所|美容))|子女|儿女|男科
        |妇(女之家|女节|联|女联合会|女儿童|女权益|女病|女主任|幼|科|产)|(带动|吸纳|帮助|帮扶|解决|服务|面向|关爱|培训|惠及|支持)[^,.;。、\n]{0,8}(妇女|女性|女工|男性)
        |(其中|现有|已有|共有)[^,.;。\n]{0,6}[男女][性工]?\d*[人名]?
        |婚(假|庆|纱|礼|介|宴|恋|姻登记|车|房|介所)|产假|陪产假|生育(保险|津贴|险|服务|登记|假)|五险[^,.;。\n]{0,20}生育|生育[、,和及]?[^,.;。\n]{0,6}(保险|公积金)|(孕期|产期|哺乳期)|孕(婴|妈|产妇护理|妇(装|护理|服务|待遇))|育(儿|婴|肥|苗|种|雏)
        |(已婚|未婚|单身)(人士|员工|职工|者)?(可以?|能)(申请|享受|住|入住|安排)|(照顾|关爱|帮助|帮扶|服务)[^,.;。\n]{0,4}(未婚|已婚|单亲|单身)妈妈
        |[男女](工|士|性|生)?[,、和或及\s]{0,2}[男女](工|士|性|生)?[,、\s]?(都|均|皆|全)?(不限|不分|不拘|行|可|要(?!求)|招|收)
        |[男女](工|士|性|生)?多[,、]?[男女](工|士|性|生)?也(要|招|行|可)
        |单身(公寓|宿舍|房|间|楼)|夫妻(房|间|宿舍|工|岗)
        |民族(路|大道|乐器|服装|服饰|手工|工艺|刺绣|团结|文化|特色|医|歌舞|村|学校|中学|小学|大学|品牌|乡|镇|政策|事务|餐|美食)|少数民族(优先|服饰|服装|刺绣|语言|同胞)
        |户(口|籍)(政策|本|簿|页|卡|登记|迁移|证明|复印件|窗口|科|室|员|警|民警|大厅|管理|所在地|业务|办理)|(解决|提供|办理|可落|落|迁入|协助办理)[^,.;。\n]{0,4}户(口|籍)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Innocent();

    [GeneratedRegex("""
        (仅?限|仅|只限|只|必须|须|需|要求)(招|要|收|聘|录用|为|是|招聘)?[男女](性|士|生|工|人|同志|的|员工|青年)?
        |[男女妇](性|士|生|女|同志|的|员工|工)?(者)?(优先|为主|为佳|为宜|为好|最好|尤佳|佳(?!能))
        |(优先|最好)(录用|考虑|招|招聘|招收|是)?[男女](性|士|生|的|工)?
        |招[男女](?=[^□]|$)(性|士|生|工|的|员工)?
        |(招聘?|需?要|找|限|聘)(靓女|美女|帅哥|小伙子?|小哥(?!哥)|姑娘|男子|汉子|大姐|小姐姐|小妹)
        |(更|比较)?适合于?[男女](性|士|生|的|工|人)?
        |(先生|女士|大姐|阿姨|小伙子?|小哥|靓女|美女|帅哥|姑娘)(者)?(优先|为主|最好|为佳)|劳力男子
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex SexLimit();

    // A clause that says nothing but a sex, a sex before an age, a sex in brackets, a sex before a colon of its own.
    [GeneratedRegex("""
        性别(要求|限制)?\s*[:为是]?\s*[男女](性|士|生)?
        |(?<=^|[,.;。、:/|!\s(\[\d])[男女](性|士|生|同志|的)?(?=\s*($|[,.;。、/|!)\]\n]))
        |(?<=^|[,.;。、:/|!\s(\[])[男女](性|士|生)?\s*:
        |[男女](性|士|生|同志)\s*[,(、]?\s*(年龄)?\s*[:在]?\s*\d{2}\s*(周?岁)?\s*([-~至到—]|以|周?岁)
        |[男女]\s*[,(、]?\s*(年龄)?\s*[:在]?\s*\d{2}\s*(周?岁)?\s*([-~至到—]|以|周?岁)
        |岁\s*(以[下内上])?(的)?[男女](性|士|生)?(?=\s*($|[,.;。、)\n]))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex SexState();

    // 女普工, 男保安, 女包装工, 生产女工: a sex before a job.
    [GeneratedRegex("""
        [男女](性)?[\p{IsCJKUnifiedIdeographs}]{0,4}?(普工|工(?!作|资|艺|业|程|厂|会|时)|员(?!额|外)|师(?!傅)|师傅|司机|保安|保洁|文员|前台|助理|会计|护工|护士|学徒|主播|厨师|帮厨|店长|经理|仓管|客服|导购|收银|技工|杂工|搬运|装卸|兼职|暑假工|销售|模特)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex SexedJob();

    [GeneratedRegex(@"[男女](性|士|生|同志|的)?\s*[:(]?\s*(\d{1,4}|[一二两三四五六七八九十]{1,3}|若干|多|数)\s*[名人位个]")]
    private static partial Regex SexedCount();

    [GeneratedRegex(@"(不招|不要|不收|谢绝|拒绝|不考虑|除)[男女](性|士|生|的|工)?|[男女](性|士|生|的|工)?(勿扰|免谈|勿来|不要|不招|除外|止步|勿投)")]
    private static partial Regex SexRefused();

    [GeneratedRegex("""
        (仅?限|只限|只招|只要|只收|必须是?|须为?|需为?|要求)\s*(是|为)?\s*(汉族|汉人|汉民|\p{IsCJKUnifiedIdeographs}{1,4}族)(?!自治|乡|语)
        |(汉族|汉人)(者)?(优先|为主|为佳)
        |民族(要求)?\s*[:为是]\s*\p{IsCJKUnifiedIdeographs}{1,4}族?
        |(?<=^|[,.;。、:/|!\s(])汉族(?=\s*($|[,.;。、/|!)\n]))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex EthnicityLimit();

    [GeneratedRegex(@"(不招|不要|不收|谢绝|拒绝|不考虑|非)\s*(少数民族|\p{IsCJKUnifiedIdeographs}{1,4}族)|(少数民族|[藏回维彝苗壮满蒙瑶侗傣]族|维吾尔族?|哈萨克族?)(者|人|人员)?(勿扰|免谈|除外|不要|不招|勿投)")]
    private static partial Regex EthnicityRefused();

    [GeneratedRegex(@"(限|要求|须|需|必须)?\s*(已婚|未婚|离异|离婚|丧偶|单身)(者|人士|的|女|男|青年|人员|妇女)?(优先|勿扰|不要|为佳)?|婚姻(状况)?(要求)?\s*[:为是]\s*\p{IsCJKUnifiedIdeographs}{2}|婚后")]
    private static partial Regex Marriage();

    [GeneratedRegex("""
        (已|未)(孕|育|生育)(者|的|女性)?(优先)?
        |(不招|不要|谢绝|拒绝|非)\s*(怀孕|孕妇|备孕|哺乳|待孕|孕)|(孕妇|怀孕|备孕|待孕)(者|的|人员)?(勿扰|免谈|勿来|不要|不招|除外|勿投)
        |(无|没有|不得有|暂无|近期?[^,.;。\n]{0,4}(不|无))\s*(生育|怀孕|备孕|二胎|三胎)(计划|打算|安排|需求|要求)?|[年月]内不(得|能|准|可|会)?(生育|怀孕|结婚|生小?孩|要小?孩)|承诺不(生育|怀孕|结婚)
        |(无|没有?)孩(者|的)?(优先|最好)|(无|没有|不带|不能有)\s*(小孩|孩子|子女)(拖累|牵挂|负担|者|的)?|(有|带)\s*(小孩|孩子)(者|的)?\s*(勿扰|免谈|不要|不招)|孕检
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Childbearing();

    [GeneratedRegex("""
        (仅?限|只限|只招|只要|必须是?|须|需|要求|具有|具备|持有?)[^,.;。\n□]{0,8}(户口|户籍)
        |(本地|当地|外地|外省|城镇|城市|农村|非农业?|农业|本?[省市县区镇乡村州]|北京|上海|南宁|贵阳|昆明|成都)(的)?(户口|户籍)
        |(户口|户籍)(要求)?\s*[:为是]\s*\p{IsCJKUnifiedIdeographs}{2}|(户口|户籍)(者|人员|的|人)?(优先|勿扰|不要)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex HukouLimit();

    [GeneratedRegex("(仅?限|只限|只招|只要|只收)\\s*(招)?(本地|当地|本[市县区省镇])(人(?!力|才市场)|籍)")]
    private static partial Regex LocalsOnly();

    [GeneratedRegex(@"(不招|不要|不收|谢绝|拒绝)\s*(外地|外省|外县|\p{IsCJKUnifiedIdeographs}{2,3}省?籍?)(人|的|籍)(?!工|情|员)|(外地|外省|外县|(?<=^|[,.;。、:\s])\p{IsCJKUnifiedIdeographs}{2,3})(人|籍)(员)?(勿扰|免谈|勿来|不要|不招|除外|勿投)")]
    private static partial Regex OutsidersRefused();
}
