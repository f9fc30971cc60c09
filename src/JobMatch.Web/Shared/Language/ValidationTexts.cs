using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace JobMatch.Web.Shared.Language;

/// <summary>
/// Gives every validation attribute that names no message of its own the key <c>Validation.{Attribute}</c>, so that forms need not repeat it and
/// no English default ever reaches a person.
/// </summary>
internal sealed class ValidationTexts : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || rule is DataTypeAttribute && !IsKey(rule.ErrorMessage)))
                rule.ErrorMessage = KeyOf(rule);
    }

    private static bool IsKey(string message) => message.Contains('.', StringComparison.Ordinal) && !message.Contains(' ', StringComparison.Ordinal);

    private static string KeyOf(ValidationAttribute rule) => rule switch
    {
        StringLengthAttribute { MinimumLength: > 0 } => "Validation.StringLengthBetween",
        DataTypeAttribute data when data.GetType() == typeof(DataTypeAttribute) => "Validation.DataType",
        _ => $"Validation.{rule.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}",
    };

    /// <summary>The messages for values that do not even bind ("abc" for a number).</summary>
    internal static void Bind(MvcOptions options, Texts texts)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => texts["Binding.Required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Binding.Required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Binding.Required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Binding.Body"]);
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => IsOfCode(name) ? texts["Binding.InvalidValue", value] : texts["Binding.Invalid", value, name]);
        messages.SetValueIsInvalidAccessor(value => texts["Binding.InvalidValue", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["Binding.InvalidValue", value]);
        messages.SetUnknownValueIsInvalidAccessor(name => IsOfCode(name) ? texts["Binding.InvalidHere"] : texts["Binding.InvalidName", name]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Binding.InvalidHere"]);
        messages.SetValueMustBeANumberAccessor(name => IsOfCode(name) ? texts["Binding.NumberHere"] : texts["Binding.Number", name]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Binding.NumberHere"]);
    }

    // A field without a name for people comes with the name of its property: nobody should read that. The page names the field beside the message.
    private static bool IsOfCode(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '[' or ']');
}
