using Cradle.Platform.Web.Shell;

namespace Cradle.Platform.Web;

/// <summary>What the shell shows and only the application knows.</summary>
public sealed class CradleWebOptions
{
    public IReadOnlyList<Place> Places { get; set; } = [];

    public IReadOnlyList<FooterLink> FooterLinks { get; set; } = [];
}
