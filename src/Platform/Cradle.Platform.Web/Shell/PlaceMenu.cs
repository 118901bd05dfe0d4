using Microsoft.AspNetCore.Http;

namespace Cradle.Platform.Web.Shell;

/// <summary>The places of the top bar. None is shown as chosen until the reader chooses.</summary>
public sealed class PlaceMenu(IReadOnlyList<Place> places)
{
    public IReadOnlyList<Place> Places { get; } = places;

    /// <summary>The place that the reader chose; null until then.</summary>
    public Place? Current(HttpContext context) => Find(context.Request.Cookies[Preferences.PlaceCookie]);

    public Place? Find(string? code) => Places.FirstOrDefault(place => place.Code == code);
}
