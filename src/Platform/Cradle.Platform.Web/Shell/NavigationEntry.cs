using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Web.Shell;

/// <summary>A door on the desk: shown to whom its permission is given.</summary>
/// <param name="Href">The address, from <c>~/</c>.</param>
/// <param name="Permission">The permission that the page behind it requires.</param>
/// <param name="Text">Its name.</param>
/// <param name="What">What one does there.</param>
public sealed record NavigationEntry(string Href, string Permission, Words Text, Words What)
{
    /// <summary>Whether what lies behind is for those who look after a whole place, and not for whoever speaks for one unit of it.</summary>
    public bool IsForWholePlaces { get; init; }
}

/// <summary>Registration of navigation by modules.</summary>
public static class NavigationRegistration
{
    /// <summary>Adds doors to the desk, in the order in which they stand there.</summary>
    public static IServiceCollection AddNavigation(this IServiceCollection services, params IEnumerable<NavigationEntry> entries)
    {
        foreach (var entry in entries)
            services.AddSingleton(entry);
        return services;
    }
}
