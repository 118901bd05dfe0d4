using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Protection;

/// <summary>The framework's own keys, in the folder of the others and with the same rights.</summary>
internal sealed class DataProtectionKeys(DirectoryInfo folder, ILoggerFactory logging) : FileSystemXmlRepository(folder, logging)
{
    public override void StoreElement(XElement element, string friendlyName)
    {
        var before = Files();
        base.StoreElement(element, friendlyName);
        foreach (var made in Files().Except(before))
        {
            KeyFolder.Close(made);
        }
    }

    private string[] Files() => [.. Directory.EnumerateFiles("*.xml").Select(file => file.FullName)];
}
