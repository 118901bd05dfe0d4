using Cradle.Entitlements.Api.Contracts;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Api;

/// <summary>Cuts a list into pages. A page beyond the last is empty; a page or size that can't be is an error that names it.</summary>
internal static class PageOf
{
    public const int UsualSize = 50;
    public const int GreatestSize = 250;

    public static IResult Answer<T>(IReadOnlyList<T> all, int? page, int? size)
    {
        var errors = new List<FieldProblem>();
        if (page is < 1)
            errors.Add(new FieldProblem("page", "range", Wording.Say("页码从1开始。", "Pages begin at 1."), Wording.Say("写1或更大的数。", "Give 1 or more.")));
        if (size is < 1 or > GreatestSize)
            errors.Add(new FieldProblem("size", "range", Wording.Say($"每页1到{GreatestSize}项。", $"A page has 1 to {GreatestSize} items."), Wording.Say($"写1到{GreatestSize}之间的数。", $"Give 1 to {GreatestSize}.")));
        if (errors.Count > 0)
            return ApiProblem.Invalid(errors);
        var (at, take) = (page ?? 1, size ?? UsualSize);
        return Results.Ok(new Listing<T>([.. all.Skip((int)Math.Min(int.MaxValue, (at - 1L) * take)).Take(take)], at, take, all.Count));
    }
}
