using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cradle.Platform.Web.Binding;

/// <summary>Reads a date from the fields Name.Year, Name.Month and Name.Day and keeps what was typed, so that the page can show it again.</summary>
public sealed class DatePartsBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var parts = new DateParts(Take(bindingContext, DateParts.Year), Take(bindingContext, DateParts.Month), Take(bindingContext, DateParts.Day));
        if (parts.IsEmpty)
            return Task.CompletedTask;

        var (date, error) = parts.Read();
        if (date is { } day)
            bindingContext.Result = ModelBindingResult.Success(day);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, error!);
        return Task.CompletedTask;
    }

    private static string? Take(ModelBindingContext context, string part)
    {
        var name = ModelNames.CreatePropertyModelName(context.ModelName, part);
        var value = context.ValueProvider.GetValue(name);
        if (value == ValueProviderResult.None)
            return null;
        context.ModelState.SetModelValue(name, value);
        context.ModelState.MarkFieldSkipped(name); // checked as a whole
        return value.FirstValue;
    }
}
