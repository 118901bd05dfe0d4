using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cradle.Births.Cases;

/// <summary>Errors at the fields of a page: a field that was told what is wrong with it is not told something else because it could not be read.</summary>
internal static class FieldErrors
{
    public static bool IsTold(this ModelStateDictionary state, string field) => state[field] is { Errors.Count: > 0 };

    public static void Tell(this ModelStateDictionary state, string field, string text)
    {
        if (!state.IsTold(field))
            state.AddModelError(field, text);
    }
}
