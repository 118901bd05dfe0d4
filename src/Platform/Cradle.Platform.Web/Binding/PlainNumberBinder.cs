using Cradle.Platform.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Cradle.Platform.Web.Binding;

/// <summary>Reads a number as people type it: with full-width digits, and with blanks around it.</summary>
internal sealed class PlainNumberBinder(IModelBinder usual) : IModelBinder
{
    /// <summary>Puts it before the framework's own binders of numbers.</summary>
    public static void Set(MvcOptions options) => options.ModelBinderProviders.Insert(options.ModelBinderProviders.ToList().FindIndex(provider => provider is FloatingPointTypeModelBinderProvider), new Provider());

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider;
        bindingContext.ValueProvider = new PlainValues(given);
        await usual.BindModelAsync(bindingContext);
        bindingContext.ValueProvider = given;
    }

    private sealed class PlainValues(IValueProvider given) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => given.ContainsPrefix(prefix);

        public ValueProviderResult GetValue(string key) => given.GetValue(key) is { Length: 1 } one ? new ValueProviderResult(PlainText.Key(one.FirstValue ?? ""), one.Culture) : given.GetValue(key);
    }

    private sealed class Provider : IModelBinderProvider
    {
        private readonly FloatingPointTypeModelBinderProvider decimals = new();
        private readonly SimpleTypeModelBinderProvider whole = new();

        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType switch
        {
            var type when type == typeof(int) => new PlainNumberBinder(whole.GetBinder(context)!),
            var type when type == typeof(decimal) => new PlainNumberBinder(decimals.GetBinder(context)!),
            _ => null,
        };
    }
}
