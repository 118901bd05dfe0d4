using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Tests;

internal static class QuickPasswords
{
    /// <summary>Hashes passwords in one round. What makes guessing slow in an installation would only make the tests slow.</summary>
    public static IServiceCollection AddQuickPasswords(this IServiceCollection services) => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
}
