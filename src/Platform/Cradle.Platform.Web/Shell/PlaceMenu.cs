using Microsoft.AspNetCore.Http;

namespace Cradle.Platform.Web.Shell;

/// <summary>The places of the top bar. The first is the one shown until the reader chooses.</summary>
public sealed class PlaceMenu(IReadOnlyList<Place> places)
{
    public IReadOnlyList<Place> Places { get; } = places;

    /// <summary>The place that the reader chose, or the first. Null where the product offers no choice.</summary>
    public Place? Current(HttpContext context) =>
        Find(context.Request.Cookies[Preferences.PlaceCookie]) ?? Places.FirstOrDefault();

    public Place? Find(string? code) => Places.FirstOrDefault(place => place.Code == code);
}
