using JobMatch.Data;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.Shared.Parts;

/// <summary>Brings what a use case refused to the fields of the form that asked for it.</summary>
public static class Refusals
{
    /// <summary>Each refusal stands at its field, and so in the summary too.</summary>
    /// <param name="form">The model state of the action.</param>
    /// <param name="refusals">What the use case said.</param>
    /// <param name="texts">The words.</param>
    /// <param name="prefix">Name of the form's property in the page's model, when it is not the model itself.</param>
    public static void AddRefusals(this ModelStateDictionary form, IEnumerable<Refusal> refusals, Texts texts, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(refusals);
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var refusal in refusals)
            form.AddModelError(Key(prefix, refusal.Field), texts.Of(refusal));
    }

    /// <summary>Only at fields that have no message yet: a field that is empty or cannot be read is not also wrong in its value.</summary>
    public static void AddFurther(this ModelStateDictionary form, IEnumerable<Refusal> refusals, Texts texts, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(refusals);
        form.AddRefusals([.. refusals.Where(r => r.Field.Length > 0 && form.GetFieldValidationState(Key(prefix, r.Field)) != ModelValidationState.Invalid)], texts, prefix);
    }

    private static string Key(string prefix, string field) => field.Length > 0 && prefix.Length > 0 ? $"{prefix}.{field}" : field;
}
