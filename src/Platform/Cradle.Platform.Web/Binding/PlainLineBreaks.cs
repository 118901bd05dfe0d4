using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Web.Binding;

/// <summary>
/// Reads what was typed with one character a line break. A browser counts a break as one against <c>maxlength</c> and sends two: a reason that just fits the field would
/// not fit what it is kept in.
/// </summary>
internal sealed class PlainLineBreaks : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource?.IsGreedy != true
        ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;

    private sealed class Binder(SimpleTypeModelBinder simple) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await simple.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string typed && typed.Contains('\r', StringComparison.Ordinal))
                bindingContext.Result = ModelBindingResult.Success(typed.ReplaceLineEndings("\n"));
        }
    }
}
