using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Calculator;

/// <summary>The draft of the family in front of this browser. The cookie holds a random id only; the answers stay on the server and expire.</summary>
public sealed class FamilyDrafts
{
    private const string CookieName = "cradle.draft";
    private static readonly ConcurrentDictionary<string, string> Store = new();

    public Task<FamilyDraft?> CurrentAsync(HttpContext context) =>
        Task.FromResult(context.Request.Cookies[CookieName] is { } id && Store.TryGetValue(id, out var payload) ? FamilyDraft.Read(payload) : null);

    public Task SaveAsync(HttpContext context, FamilyDraft draft)
    {
        var id = context.Request.Cookies[CookieName] is { } known && Store.ContainsKey(known) ? known : Guid.NewGuid().ToString("N");
        Store[id] = draft.Write();
        context.Response.Cookies.Append(CookieName, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
        return Task.CompletedTask;
    }

    public Task ForgetAsync(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { } id)
            Store.TryRemove(id, out _);
        context.Response.Cookies.Delete(CookieName);
        return Task.CompletedTask;
    }
}
