using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Web;

/// <summary>The style gallery under /design: invented data, so it is for development and demonstration only.</summary>
internal static class Gallery
{
    public static void HideUnlessAsked(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() || builder.Environment.IsEnvironment("Demo"))
            return;
        builder.Services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderRouteModelConvention("/Design", page => page.Selectors.Clear()));
    }
}
