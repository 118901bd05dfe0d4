using System.Reflection;
using Cradle.Births;
using Cradle.Departments;
using Cradle.Governance;

namespace Cradle;

/// <summary>The modules that keep something, in one place for all who open the database: the site, the commands, the migrations and the tests.</summary>
internal static class InstalledModules
{
    /// <summary>The assemblies whose entity mappings make up the model, beside the platform's own.</summary>
    public static readonly Assembly[] Mappings =
    [
        typeof(BirthsModule).Assembly,
        typeof(DepartmentsModule).Assembly,
        typeof(GovernanceModule).Assembly,
    ];
}
