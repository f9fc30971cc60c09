using Shouldly;
using Xunit;

namespace JobMatch.Architecture.Tests;

/// <summary>Inside the business a module uses only earlier ones; reads that join across modules stand in files named *View.cs.</summary>
public class ModuleOrderTests
{
    private static readonly string[] Order =
    [
        "Words", "Data", "Rules", "JobRuns", "Accounts", "Audit", "Regions", "Settlements", "Households", "Occupations", "Workers", "Training", "Employers", "Wages", "Postings", "Asking",
        "EmploymentSpells", "Cases", "Referrals", "Notifications", "SavedSearches", "Fits", "Fairs", "Tallies", "Returns", "LedgerFiles",
    ];

    [Fact]
    public void Each_module_uses_only_earlier_ones() => Violations(SourceTree.Files).ShouldBeEmpty();

    [Fact]
    public void Each_folder_of_the_business_has_its_place_in_the_order() =>
        SourceTree.Files.Where(f => f.Project == "JobMatch" && f.Module.Length > 0).Select(f => f.Module).Distinct().Except(Order).ShouldBeEmpty();

    [Fact]
    public void A_planted_use_of_a_later_module_is_found()
    {
        var planted = new SourceFile("JobMatch/Workers/Planted.cs", "using JobMatch.Postings;\nnamespace JobMatch.Workers;\n");
        Violations([planted]).ShouldBe(["JobMatch/Workers/Planted.cs uses Postings"]);
        var inFull = new SourceFile("JobMatch/Workers/Planted.cs", "namespace JobMatch.Workers;\nclass P { JobMatch.Tallies.MonthCount? c; }\n");
        Violations([inFull]).ShouldBe(["JobMatch/Workers/Planted.cs uses Tallies"]);
    }

    [Fact]
    public void A_view_may_join_across_modules() =>
        Violations([new SourceFile("JobMatch/Workers/PlantedView.cs", "using JobMatch.Postings;\nnamespace JobMatch.Workers;\n")]).ShouldBeEmpty();

    private static List<string> Violations(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           where file.Project == "JobMatch" && file.Module.Length > 0 && !file.Name.EndsWith("View.cs", StringComparison.Ordinal)
           from used in SourceTree.NamespacesUsedBy(file)
           let module = used.Split('.') is { Length: > 1 } parts ? parts[1] : ""
           where Array.IndexOf(Order, module) > Array.IndexOf(Order, file.Module)
           select $"{file.Path} uses {module}",
    ];
}
