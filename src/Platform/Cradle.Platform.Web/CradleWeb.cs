using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cradle.Platform.Access;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Api;
using Cradle.Platform.Web.Binding;
using Cradle.Platform.Web.Connectors;
using Cradle.Platform.Web.Files;
using Cradle.Platform.Web.Http;
using Cradle.Platform.Web.Shell;
using Cradle.Platform.Web.Tables;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;

namespace Cradle.Platform.Web;

/// <summary>Everything that every page of the product shares, in three calls: services, pipeline, endpoints.</summary>
public static class CradleWeb
{
    public static IServiceCollection AddCradleWeb(this IServiceCollection services, Action<CradleWebOptions>? configure = null)
    {
        var options = new CradleWebOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton(new PlaceMenu(options.Places));
        services.TryAddSingleton(TimeProvider.System);

        AccessServices.Add(services);
        services.AddNavigation(
            new NavigationEntry("~/desk/accounts", PlatformPermissions.Accounts, new("账号和角色", "Accounts and roles"), new("建账号，提出、确认和收回角色。", "Make accounts; propose, confirm and withdraw roles.")),
            new NavigationEntry("~/desk/audit", PlatformPermissions.Audit, new("审计日志", "Audit log"), new("谁在什么时候、为什么做了什么；核对整条链。", "Who did what, when and why; verify the chain.")),
            new NavigationEntry("~/desk/messages", PlatformPermissions.Messages, new("没送到的消息", "Messages given up"), new("系统之间没送到的消息：谁在处理，再送一次。", "Messages between parts of the system that did not arrive: who sees to them, send them again.")),
            new NavigationEntry("~/desk/operations", PlatformPermissions.Operations, new("运行情况", "Operations"), new("节点、后台工作、积压、请求和送达。", "Nodes, background work, what waits, requests and deliveries.")),
            new NavigationEntry("~/account/inbox", PlatformPermissions.OwnAccount, new("消息", "Messages"), new("进展、期限和提醒。", "Progress, time limits and reminders.")),
            new NavigationEntry("~/account", PlatformPermissions.OwnAccount, new("我的账号", "My account"), new("密码、两步验证、角色。", "Password, second factor, roles.")));
        services.AddScoped<ImportDesk>();
        services.TryAddSingleton(provider => new PublicAddress(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<AuditTerms>();
        services.AddSingleton<ViewWords>();
        CradleApi.AddServices(services);
        ConnectorDocument.AddServices(services);
        services.AddRazorPages();
        services.Configure<MvcOptions>(BindingMessages.Set);
        services.Configure<MvcOptions>(PlainNumberBinder.Set);
        services.Configure<MvcOptions>(mvc => mvc.ModelBinderProviders.Insert(0, new PlainLineBreaks()));
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new UnansweredMethods()));
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<RefusedForms>());
        services.Configure<RequestLocalizationOptions>(SetLanguages);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.Configure<RouteOptions>(route => route.LowercaseUrls = true);
        services.Configure<AntiforgeryOptions>(antiforgery =>
        {
            antiforgery.Cookie.Name = "cradle.form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });

        // Chinese as it is: as character references a page would be three times as heavy.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Over HTTPS too: the one secret of a page, the antiforgery token, is a new ciphertext in every response.
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);

        // The framework's own request lines carry the query string.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning).AddFilter(RefusedForms.Framework, LogLevel.None));
        return services;
    }

    public static WebApplication UseCradleWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestLog>();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error/500");
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/error/{0}");
        CradleApi.UseProblems(app);
        app.UseMiddleware<Unavailable>();
        app.UseRouting();
        app.Use(RequestLog.KeepRouteAsync);
        app.UseMiddleware<PageMethods>();
        app.UseAuthentication();
        app.UseRateLimiter();   // after it: whoever has signed in is counted by account
        app.UseMiddleware<BodyLimit>();      // before anybody is sent away: an answer is read only once everything was taken
        app.UseMiddleware<Identification>();
        app.UseMiddleware<PartnerIdentification>();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapCradleWeb(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        PreferenceEndpoints.Map(app);
        CradleApi.Map(app);
        HealthEndpoints.Map(app);
        FileEndpoints.Map(app);
        return app;
    }

    // Only the switch decides: a browser's language says little about what a reader in a Chinese office wants to read.
    private static void SetLanguages(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Wording.Chinese);
        options.AddSupportedCultures(Wording.Chinese, Wording.English);
        options.AddSupportedUICultures(Wording.Chinese, Wording.English);
        options.RequestCultureProviders = [new ApiLanguage(), new CookieRequestCultureProvider { CookieName = Preferences.LanguageCookie }];
    }
}
