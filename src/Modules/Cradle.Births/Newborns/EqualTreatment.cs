using Cradle.Platform.Web;

namespace Cradle.Births.Newborns;

/// <summary>Since when services treat a child, and its parents from elsewhere, like people of the place.</summary>
/// <param name="From">The day on which the household registration was done; null while it is not.</param>
/// <param name="Says">What to tell the family.</param>
public sealed record EqualTreatment(DateOnly? From, Words Says)
{
    public static EqualTreatment Of(DateOnly? settledOn) => settledOn is { } day
        ? new(day, new($"{day:yyyy-MM-dd} 落户，从这天起和本地孩子一样对待；谁要你们因为户籍多交钱、多拿材料，可以投诉。", $"Registered on {day:yyyy-MM-dd}: from then on treated like children of the place. Whoever asks for more money or papers because of where you are from can be complained of."))
        : new(null, new("孩子还没有落户；在“出生一件事”里一起办，办好当天起同等对待，不要就业、房产证明。", "The child is not registered yet. It is part of the joint application; equal treatment begins on that day, and no proof of work or property is asked."));
}
