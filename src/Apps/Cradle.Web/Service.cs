using Cradle.Platform.Web;

namespace Cradle.Web;

/// <summary>A service and whether it can be had here. Without an address it can't, and the page says where to go instead.</summary>
public sealed record Service(Words Name, Words What, Words Elsewhere, string? Href = null)
{
    public bool IsLive => Href is not null;
}
