using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Edge;

/// <summary>
/// A form is filled by adding to the lists that it begins with. A list that nothing can be added to (an empty array behind a read-only interface) swallows what was ticked without a word.
/// </summary>
public sealed class BoundFormsTests
{
    [Fact]
    public void Every_list_of_a_form_takes_what_is_posted()
    {
        var forms = typeof(Program).Assembly.GetTypes().Where(type => typeof(ControllerBase).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).SelectMany(action => action.GetParameters()).SelectMany(parameter => Nested(parameter.ParameterType, [])).Distinct().ToList();
        forms.Count.ShouldBeGreaterThan(20);
        forms.SelectMany(SwallowedBy).ShouldBeEmpty();
    }

    [Fact]
    public void One_that_swallows_is_seen() => SwallowedBy(typeof(Swallowing)).ShouldHaveSingleItem().ShouldEndWith(nameof(Swallowing.Ticked));

    private static IEnumerable<string> SwallowedBy(Type form)
    {
        var empty = Activator.CreateInstance(form, nonPublic: true);
        return form.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.GetCustomAttribute<BindNeverAttribute>() is null && p.PropertyType != typeof(string) && p.GetIndexParameters().Length == 0
            && typeof(IEnumerable).IsAssignableFrom(p.PropertyType) && p.GetValue(empty) is IList { IsFixedSize: true }).Select(p => $"{form.Name}.{p.Name}");
    }

    private static IEnumerable<Type> Nested(Type type, HashSet<Type> seen)
    {
        if (type.Assembly != typeof(Program).Assembly || type.IsAbstract || type.IsEnum || type.GetConstructor(Type.EmptyTypes) is null || !seen.Add(type)) yield break;
        yield return type;
        foreach (var inner in type.GetProperties().Where(p => p.GetCustomAttribute<BindNeverAttribute>() is null).SelectMany(p => Nested(p.PropertyType, seen))) yield return inner;
    }

    private sealed class Swallowing
    {
        public IReadOnlyList<int> Ticked { get; set; } = [];

        public List<int> Kept { get; set; } = [];
    }
}
