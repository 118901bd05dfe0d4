using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Data;

/// <summary>The assemblies whose mappings are part of the model beside the platform's own.</summary>
public sealed class ModuleMappings(IReadOnlyList<Assembly> assemblies) : IDbContextOptionsExtension
{
    public IReadOnlyList<Assembly> Assemblies { get; } = assemblies;

    public DbContextOptionsExtensionInfo Info => new MappingsInfo(this);

    /// <summary>Adds them to the options of a context.</summary>
    internal static void AddTo(DbContextOptionsBuilder options, IReadOnlyList<Assembly> assemblies)
    {
        if (assemblies.Count > 0)
        {
            ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ModuleMappings(assemblies));
        }
    }

    public void ApplyServices(IServiceCollection services)
    {
        // Nothing to serve: the model reads the list.
    }

    public void Validate(IDbContextOptions options)
    {
        // Any list will do.
    }

    private sealed class MappingsInfo(ModuleMappings extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "modules ";

        public override int GetServiceProviderHashCode() => Key.GetHashCode(StringComparison.Ordinal);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is MappingsInfo mappings && mappings.Key == Key;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Cradle:Modules"] = Key;

        private string Key => string.Join(',', ((ModuleMappings)Extension).Assemblies.Select(assembly => assembly.GetName().Name));
    }
}
