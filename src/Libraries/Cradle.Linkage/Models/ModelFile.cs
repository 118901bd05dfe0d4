using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Cradle.Linkage.Models;

/// <summary>Reads and writes models as YAML.</summary>
public static class ModelFile
{
    private const int Version = 1;
    private const string Remedy = "a model is YAML with version: 1, fields: (each with name, kind, columns) and passes:; `cradle link` without --model writes one as model.yaml, to be changed and given";

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelException">It is no model; the message names file, line and what to mend.</exception>
    public static LinkageModel Read(string path)
    {
        try
        {
            var document = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<ModelDocument>(File.ReadAllText(path));
            return document?.ToModel() ?? throw new ModelException($"the file is empty; {Remedy}");
        }
        catch (YamlException wrong)
        {
            throw new ModelException(string.Create(CultureInfo.InvariantCulture, $"{path}({wrong.Start.Line},{wrong.Start.Column}): {ReasonOf(wrong)}; {Remedy}"));
        }
        catch (ModelException wrong)
        {
            throw new ModelException($"{path}: {wrong.Message}");
        }
        catch (FileNotFoundException)
        {
            throw new ModelException($"{path}: there is no such file.");
        }
    }

    /// <summary>Writes a model.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    public static void Write(string path, LinkageModel model)
    {
        var yaml = new SerializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance)
            .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull).Build().Serialize(ModelDocument.Of(model));
        File.WriteAllText(path, "# A linkage model: fields, passes of blocking, and for each class of pairs how often each level of agreement occurs.\n" + yaml);
    }

    private static string ReasonOf(YamlException wrong) => wrong switch
    {
        { InnerException: ModelException inner } => inner.Message,
        SyntaxErrorException or SemanticErrorException => "from here on this is not YAML; look for a bracket or quote that is not closed, a tab, or a wrong indent",
        _ => "a key or value that no model has stands here",
    };

    internal static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    internal static int CurrentVersion => Version;
}
