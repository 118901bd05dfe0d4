using Cradle.Platform;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Drafts;
using Cradle.Platform.Files;
using Cradle.Platform.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests;

/// <summary>What the documents say can be configured is read: each option of storage is set to what no default is.</summary>
public sealed class StorageSettingsTests
{
    private const string Span = "7.06:05:04";
    private const string Number = "37";

    [Fact]
    public void Folders_of_keys_and_files_are_those_that_are_configured()
    {
        var shared = Directory.CreateTempSubdirectory("cradle-shared-").FullName;
        try
        {
            using var configured = new CradleSite();
            using var site = configured.WithWebHostBuilder(builder => builder
                .UseSetting("Cradle:KeysFolder", Path.Combine(shared, "keys")).UseSetting("Cradle:FilesFolder", Path.Combine(shared, "files")));
            var options = site.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
            Assert.Equal((Path.Combine(shared, "keys"), Path.Combine(shared, "files")), (options.KeysFolder, options.FilesFolder));
        }
        finally
        {
            Directory.Delete(shared, recursive: true);
        }
    }

    [Theory]
    [InlineData("Cradle:Files", typeof(FileStoreOptions))]
    [InlineData("Cradle:Drafts", typeof(DraftOptions))]
    [InlineData("Cradle:Deadlines", typeof(DeadlineOptions))]
    [InlineData("Cradle:Outbox", typeof(OutboxOptions))]
    public void Every_option_of_a_section_is_read(string section, Type type)
    {
        var properties = type.GetProperties();
        Assert.NotEmpty(properties);
        using var configured = new CradleSite();
        using var site = configured.WithWebHostBuilder(builder =>
        {
            foreach (var property in properties)
                builder.UseSetting($"{section}:{property.Name}", property.PropertyType == typeof(TimeSpan) ? Span : Number);
        });
        var options = ((IOptions<object>)site.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type))).Value;
        foreach (var property in properties)
            Assert.Equal(property.PropertyType == typeof(TimeSpan) ? Span : Number, Convert.ToString(property.GetValue(options), System.Globalization.CultureInfo.InvariantCulture));
    }
}
