using System.Globalization;
using JobMatch.Data;
using JobMatch.Wages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.Shared.Language;

/// <summary>
/// Numbers as people type them: full-width digits, a comma between thousands, blanks around, amounts as <see cref="WageReader"/> reads them (「4.5千」, 「0.4万」). What is no number gets a message that shows what to write;
/// what was typed stays in the field.
/// </summary>
internal sealed class TypedNumbers(Texts texts) : IModelBinderProvider, IModelBinder
{
    private const int MostShown = 20;

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        var source = context.BindingInfo.BindingSource;
        if (source == BindingSource.Body || source == BindingSource.Header || source == BindingSource.Services) return null;
        return type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? this : null;
    }

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var name = bindingContext.ModelName;
        var given = bindingContext.ValueProvider.GetValue(name);
        if (given == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(name, given);
        var typed = TypedText.Narrow(given.FirstValue).Replace(",", "", StringComparison.Ordinal);
        if (typed.Length == 0)
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType) bindingContext.Result = ModelBindingResult.Success(null);
            else bindingContext.ModelState.TryAddModelError(name, texts["Binding.Required"]);
        }
        else if (Read(typed, bindingContext.ModelMetadata.UnderlyingOrModelType) is { } number)
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            var shown = given.FirstValue!.Trim();
            if (shown.Length > MostShown) shown = shown[..MostShown] + "…";
            bindingContext.ModelState.TryAddModelError(name, texts[typed.All(char.IsAsciiDigit) ? "Binding.TooLarge" : "Binding.NotANumber", shown]);
        }

        return Task.CompletedTask;
    }

    private static object? Read(string typed, Type type)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (type == typeof(int)) return int.TryParse(typed, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole : Amount(typed) is { } amount ? (int)amount : null;
        if (type == typeof(long)) return long.TryParse(typed, NumberStyles.AllowLeadingSign, invariant, out var large) ? large : null;
        return decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, invariant, out var exact) ? exact : WageReader.Amount(typed);
    }

    /// <summary>A whole amount in words; digits alone that are no number of this kind are none in words either.</summary>
    private static decimal? Amount(string typed) => typed.Any(c => !char.IsAsciiDigit(c) && c != '.') && WageReader.Amount(typed) is { } amount && amount == decimal.Truncate(amount) && amount <= int.MaxValue ? amount : null;
}
